import ArgumentParser

/// What every command that renders a site takes.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to publish into.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("Templates to use instead of the built-in ones.", valueName: "dir"))
    var templates: String?

    @Option(help: ArgumentHelp("Assets to use instead of the built-in ones.", valueName: "dir"))
    var assets: String?

    @Flag(help: "Draw the page of every service, also where nothing needs attention.")
    var all = false
}
