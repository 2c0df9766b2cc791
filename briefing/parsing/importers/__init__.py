"""Documents of other formats as articles in the making; `formats` names them all."""
