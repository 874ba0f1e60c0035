import ArgumentParser
import D8SModel

/// What every command that looks at the history takes.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The instant the report is about: 2026-11-20 or 2026-11-20T02:00:00Z.",
            discussion: "By default the configuration's as_of, else now.",
            valueName: "time"
        )
    )
    var asOf: AsOf?

    /// The instant of this run: the flag's, else the configuration's, else `now`.
    func instant(_ configuration: Configuration, now: Instant) -> Instant {
        asOf?.instant(in: configuration.zone) ?? configuration.asOf ?? now
    }
}
