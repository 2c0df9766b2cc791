"""The commands, and where each lives. Nothing is loaded to know their names."""

COMMANDS = {
    "read": "briefing.cli.read:read",
    "print": "briefing.cli.printing:print_article",
    "import": "briefing.cli.importing:import_article",
    "export": "briefing.cli.exporting:export_article",
    "check": "briefing.cli.checking:check",
    "notes": "briefing.cli.notes:notes",
    "add": "briefing.cli.adding:add_documents",
    "list": "briefing.cli.library:list_documents",
    "find": "briefing.cli.library:find_words",
    "library": "briefing.cli.library_sharing:library",
    "feeds": "briefing.cli.feeds:feeds",
    "cite": "briefing.cli.citing:cite",
    "excerpts": "briefing.cli.excerpting:excerpts",
    "changes": "briefing.cli.changes:changes",
    "config": "briefing.cli.configuring:config",
    "themes": "briefing.cli.lists:themes",
    "keys": "briefing.cli.lists:keys",
    "completion": "briefing.cli.lists:completion",
}
"""Where each command lives: module and name."""
