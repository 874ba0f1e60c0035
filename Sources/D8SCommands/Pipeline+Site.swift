import D8SModel
import D8SPublish
import D8SSite

extension Pipeline {
    /// Where the edition goes.
    func publisher(_ site: SiteOptions) -> Publisher {
        Publisher(
            target: site.output ?? configuration.output,
            retention: Retention(count: configuration.keptEditions)
        )
    }

    /// How the night is drawn.
    func rendering(
        _ night: AttendedNight,
        _ publisher: Publisher,
        _ site: SiteOptions
    ) throws -> Rendering {
        Rendering(
            night: night,
            configuration: configuration,
            format: format,
            resources: try Resources(templates: site.templates, assets: site.assets),
            pastEditions: try publisher.pastEditions(for: night.night.day),
            allServices: site.all
        )
    }
}
