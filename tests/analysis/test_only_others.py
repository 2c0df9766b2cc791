"""One row for what a text tells twice, where it has no other fact that it could be."""

from __future__ import annotations

import pytest

from briefing.analysis import key_figures
from briefing.model.article import Section
from briefing.model.span import Span

FAR = " The harbour was full of people, and a band played until the evening came over the town."


def rows(text: str, language: str = "en", title: str = "News of the day") -> list[object]:
    """The values of a text's rows, in order of size."""
    whole = f"{title}\n{text}"
    section = Section(None, 0, Span(len(title) + 1, len(whole)))
    found = key_figures.find(whole, language, (section,))
    return sorted((row.value for row in found), key=str)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is a 10-day trip. The 10 days cost him his job."),
        ("en", "They mined for five years. The five-year work is over."),
        ("de", "Er war 637 Tage in Haft. Nach 637 Tagen kam er frei."),
        ("it", "Il viaggio dura 45 giorni. Dopo 45 giorni si torna a casa."),
        ("fr", "Le voyage dure 45 jours. Ces 45 jours coûtent cher."),
        ("es", "El viaje dura 45 días. Los 45 días cuestan mucho."),
        ("pt", "A viagem dura 45 dias. Os 45 dias custam muito."),
        ("nl", "De reis duurt 45 dagen. Die 45 dagen kosten veel."),
        ("en", "He lost 137 lb in spring. The loss of 137 pounds changed him."),
    ],
)
def test_a_measure_is_the_same_in_every_form_of_its_word(language: str, text: str) -> None:
    assert len(rows(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The judge gave him four months of prison. Four months of prison start now."),
        ("de", "Der Bus fasst 50 Mbit/s im Keller. Geplant waren 50 Megabit pro Sekunde."),
        (
            "fr",
            "Le juge l'a condamné à quatre mois de prison. Quatre mois de prison ferme tombent.",
        ),
        ("es", "Le dieron cuatro meses de prisión. Cuatro meses de prisión firme caen hoy."),
        ("it", "Il giudice gli dà quattro mesi di carcere. Quattro mesi di carcere partono ora."),
        ("pt", "O juiz deu quatro meses de prisão. Quatro meses de prisão começam agora."),
        ("nl", "Hij krijgt vier maanden cel. Vier maanden cel zijn genoeg, zei hij."),
    ],
)
def test_a_measure_of_one_thing_is_one_row(language: str, text: str) -> None:
    assert len(rows(text, language)) == 1


def test_notes_of_one_value_are_one_row_whatever_they_are_counted_in() -> None:
    text = (
        f"Keep any $1 bill.{FAR} Two batches of $1 bills were misprinted.{FAR} A $1 stamp is sold."
    )
    assert rows(text).count(1) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The state sold two firms. It was glad. The two companies make glass."),
        ("de", "Die Stadt kauft zwei Firmen. Sie ist froh. Die zwei Betriebe machen Glas."),
        ("fr", "La ville achète deux sociétés. Elle est contente. Les deux entreprises vont bien."),
        ("es", "La ciudad compra dos empresas. Está contenta. Las dos compañías hacen vidrio."),
        ("it", "La città compra due aziende. È contenta. Le due imprese fanno vetro."),
        ("pt", "A cidade compra duas empresas. Está contente. As duas companhias fazem vidro."),
        ("nl", "De stad koopt twee bedrijven. Ze is blij. De twee ondernemingen maken glas."),
        ("fr", "Le port a sauvé deux touristes. Il va bien. Les deux croisiéristes se reposent."),
        ("en", "They freed two hostages. All was well. The two journalists are at home."),
        ("de", "Sie fassten zwei Räuber. Alles ging gut. Die zwei Täter schweigen."),
        ("es", "Hallaron a dos turistas. Todo va bien. Los dos periodistas descansan."),
        ("it", "Hanno fermato due ladri. Va tutto bene. I due complici tacciono."),
        ("pt", "Prenderam dois ladrões. Tudo vai bem. Os dois cúmplices ficam calados."),
        ("nl", "Ze pakten twee dieven. Alles ging goed. De twee handlangers zwijgen."),
    ],
)
def test_what_is_called_otherwise_for_variety_is_one_row(language: str, text: str) -> None:
    assert rows(text, language) == [2]


def test_others_of_the_same_number_stay_two_rows() -> None:
    assert rows("The state sold two firms. It was glad. The two bridges are new.") == [2, 2]
    assert rows("The state sold two firms. It was glad. Two companies make glass.") == [2, 2]
    niece = "Il a deux garçons. Il va bien. Les deux enfants de ma nièce sont ici."
    assert rows(niece, "fr") == [2, 2]  # families have several


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It cuts 8,000 jobs.{} All 8,000 posts are abroad."),
        ("de", "Sie streicht 8.000 Stellen.{} Alle 8.000 Arbeitsplätze sind im Ausland."),
        ("fr", "Elle supprime 8 000 emplois.{} Ces 8 000 postes sont tous à Lyon."),
        ("es", "Suprime 8.000 empleos.{} Son 8.000 puestos en todo el país."),
        ("it", "Taglia 8.000 posti.{} Sono 8.000 impieghi in tutto il paese."),
        ("pt", "Corta 8.000 empregos.{} São 8.000 vagas em todo o país."),
        ("nl", "Er verdwijnen 8.000 banen.{} Het gaat om 8.000 arbeidsplaatsen."),
    ],
)
def test_many_told_again_by_another_noun_are_one_row(language: str, text: str) -> None:
    assert rows(text.format(FAR), language) == [8_000]


def test_a_bare_title_is_told_again_by_the_only_people_of_the_lead() -> None:
    text = "Rebels killed two people and burned two buses on the road."
    assert rows(text, title="Rebels kill two in the hills") == [2, 2]


def test_people_of_a_title_whom_the_lead_tells_again_are_no_others() -> None:
    text = "Rebels killed two people on two buses. Two soldiers were hurt."
    assert rows(text, title="Two killed in the hills") == [2, 2, 2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We take in billions and billions of dollars from the trade."),
        ("de", "Sie nimmt Millionen und Millionen von Euro ein."),
        ("fr", "On voit des milliers et milliers de gens sur le quai."),
        ("es", "Recauda cada año miles y miles de dólares."),
        ("it", "Si vedono milioni e milioni di stelle."),
        ("pt", "Ele compra milhares e milhares de hectares."),
        ("nl", "Er komen duizenden en duizenden mensen."),
    ],
)
def test_what_is_doubled_for_emphasis_is_one_row(language: str, text: str) -> None:
    assert len(rows(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text", "again"),
    [
        ("en", "It sold 1.2 million cars.", "The 1,200,000 cars were red."),
        ("en", "A dozen people were hurt.", "The 12 people are in hospital."),
        ("en", "Half of voters stayed at home.", "In all 50 percent of voters stayed at home."),
        ("de", "Es verkaufte 1,2 Millionen Autos.", "Die 1.200.000 Autos waren rot."),
        ("de", "Ein Dutzend Menschen litt.", "Die 12 Menschen sind im Spital."),
        ("fr", "Il a vendu 1,2 million de vélos.", "Les 1 200 000 vélos étaient rouges."),
        ("fr", "La moitié des électeurs a voté.", "Ce sont 50 % des électeurs."),
        ("es", "Vendió 1,2 millones de coches.", "Los 1.200.000 coches eran rojos."),
        ("es", "Una docena de personas sufrió.", "Las 12 personas están en casa."),
        ("it", "Ha venduto 1,2 milioni di bici.", "Le 1.200.000 bici erano rosse."),
        ("it", "Una dozzina di persone soffre.", "Le 12 persone sono a casa."),
        ("pt", "Vendeu 1,2 milhão de carros.", "Os 1.200.000 carros eram novos."),
        ("pt", "Metade dos eleitores votou.", "Ao todo 50% dos eleitores votaram."),
        ("nl", "Het verkocht 1,2 miljoen auto's.", "De 1.200.000 auto's waren rood."),
        ("nl", "Een dozijn mensen viel.", "De 12 mensen liggen in bed."),
    ],
)
def test_a_number_written_in_another_way_is_one_row(language: str, text: str, again: str) -> None:
    assert len(rows(f"{text}{FAR} {again}", language)) == 1


def test_a_share_told_twice_is_one_row_where_one_has_no_label() -> None:
    assert rows(f"It was 22 percent.{FAR} Now it is 22 percent.") == [22]
    assert rows(f"It was 50 percent.{FAR} Now it is 50 percent.") == [50, 50]
    thrice = f"It was 22 percent.{FAR} Then it was 22 percent.{FAR} Now it is 22 percent."
    assert rows(thrice) == [22, 22, 22]


def test_thousands_counted_twice_are_one_row_though_their_nouns_are_others() -> None:
    told = "The firm has 1,200 {}." + FAR + " The sale is news for 1,200 {}."
    assert rows(told.format("clerks", "employees")) == [1200]
    few = told.replace("1,200", "1,000")
    assert rows(few.format("oil heaters", "trees")) == [1000, 1000]
    assert rows(few.format("refugees", "people")) == [1000]


def test_a_title_is_told_again_by_the_only_like_it_in_the_lead() -> None:
    title = "Two robbers are held"
    later = f"The police caught two brothers at night.{FAR}{FAR}{FAR} It heard two sisters."
    assert rows(later, title=title) == [2, 2]
    toll = "The number of dead in the harbour rose to 10 on Saturday."
    assert rows(toll, title="Toll of the harbour fire rises to 10") == [10]
    title = "He is given 12 years of prison for fraud"
    lead = "The court has sentenced the mayor to 12 years. Another 12 people went free."
    assert rows(lead, title=title) == [12, 12]


def test_people_who_are_called_the_three_men_are_those_that_were_named() -> None:
    text = f"Three Norwegian skippers came in.{FAR} The three men were tired."
    assert rows(text) == [3]
    assert rows(text.replace("The three men", "Three men")) == [3, 3]
    assert rows(text.replace("came in.", "came in. Three mates met them.")) == [3, 3, 3]
    german = f"Vier Matrosen kamen an.{FAR} Die vier Männer waren müde."
    assert rows(german, "de") == [4]


def test_a_number_without_a_noun_is_known_by_the_words_behind_it() -> None:
    text = f"The rebels took three hostage at noon.{FAR} They had taken three hostage before."
    assert rows(text) == [3]
    later = text.replace("They had taken three hostage", "Pirates had taken three alive")
    assert rows(later) == [3, 3]
    text = f"He said he was 100% with the sailors.{FAR} He was 100% with the sailors, he said."
    assert rows(text) == [100]


def test_a_telling_number_of_people_is_one_row_whether_at_least_so_many_or_so_many() -> None:
    dead = f"The storm killed at least 26 people.{FAR} The 26 dead were sailors."
    assert rows(dead) == [26]
    assert rows(dead.replace("26", "30")) == [30, 30]


def test_what_the_lead_measures_is_told_again_behind_it_but_points_are_of_many() -> None:
    text = (
        "The council wants a tax of 12 {} on sugar." + FAR * 3 + " The doctors want a fee of 12 {}."
    )
    assert rows(text.replace("{}", "percent")) == [12]
    assert rows(text.replace("{}", "points")) == [12, 12]
    assert rows(text.replace("{}", "percent") + FAR + " Rents rose by 12 percent.") == [12, 12, 12]


def test_a_length_that_is_told_twice_with_one_qualifier_is_one_row() -> None:
    text = f"They met for nearly three hours.{FAR} The mayor stayed for nearly three hours."
    assert rows(text) == [3]
    assert rows(text.replace("stayed for nearly", "stayed for up to")) == [3, 3]


def test_so_many_others_are_the_only_ones_of_their_noun_that_are_named_behind() -> None:
    text = f"A skipper and four other sailors fell ill.{FAR} The four sailors are at home."
    assert rows(text) == [4]
    assert rows(text.replace("The four", "In the north four")) == [4, 4]
    german = f"Rund 200.000 Personen kamen.{FAR} Die rund 200.000 Bootsflüchtlinge sind müde."
    assert rows(german, "de") == [200_000]


def test_people_with_an_article_are_the_only_ones_of_their_number_before() -> None:
    text = f"Six detainees led the riot.{FAR} The six prisoners of the north are alone now."
    assert rows(text) == [6]
    assert rows(text.replace("Six detainees led", "Six boats led")) == [6, 6]
    assert rows(text.replace("The six", "Six")) == [6, 6]
    assert rows(
        "Her lead grew to 15 points in May.", title="Lead of the mayor jumps to 15 pts"
    ) == [15]


def test_the_only_two_measures_of_a_value_among_the_same_words_are_one() -> None:
    text = FAR * 3 + " Her voyage of 6 days to the Azores made news." + FAR * 2
    again = " The trip of 6 days ended in the Azores."
    assert rows(text + again) == [6]
    assert rows(text + again.replace("Azores", "Faroes")) == [6, 6]
    assert rows(text + again + FAR + " A rain of 6 days fell on the fields.") == [6, 6, 6]


def test_what_title_and_lead_measure_is_told_a_third_time() -> None:
    lead = f"Two years after the flood the bridge is open.{FAR}{FAR}{FAR} In two years of work"
    assert rows(f"{lead} nobody was hurt.", title="The bridge is open after 2 years") == [2]


def test_nearly_so_many_is_one_row_though_it_is_called_otherwise() -> None:
    text = f"They recall nearly 700 cheeses.{FAR} There are nearly 700 Bries among the goods."
    assert rows(text) == [700]
    assert rows(text.replace("recall nearly", "recall")) == [700, 700]


def test_a_fine_of_so_much_is_not_what_fines_are_up_to() -> None:
    text = "He paid a $500 fine for the boat. Later others face up to $500 fines in the town."
    assert rows(text) == [500, 500]


def test_a_share_is_told_again_where_two_sentences_share_most_words() -> None:
    text = (
        "A 57 percent majority agrees with the old keeper — and disagrees with the mayor — that"
        f" harbour pollution is being caused by foreign tankers.{FAR} But 57 percent of readers say"
        " harbour pollution is being caused by foreign tankers, not by boats."
    )
    assert len(rows(text)) == 1
    again = "the old lighthouse should soon be painted"
    assert len(rows(again.join(text.rsplit("harbour pollution is being caused", 1)))) == 2
