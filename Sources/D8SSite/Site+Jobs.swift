import D8SAnalysis
import D8SModel

extension Site {
    /// One page or a few that belong together, made without looking at the others.
    typealias Job = @Sendable () -> Result<[SiteFile], SiteError>

    /// Everything there is to make, the longest first.
    func jobs() -> [Job] {
        let edition = Edition(input: input, templates: templates, brush: brush)
        return serviceJobs(edition) + itemJobs(edition) + exportJobs(edition) + pageJobs(edition)
    }

    private func serviceJobs(_ edition: Edition) -> [Job] {
        edition.shownServices.map { service in
            { result { () throws(SiteError) in try ServicePage(edition, service).files() } }
        }
    }

    private func itemJobs(_ edition: Edition) -> [Job] {
        edition.allItems.map { item in
            { result { () throws(SiteError) in try ItemPages(edition, item).files() } }
        }
    }

    private func exportJobs(_ edition: Edition) -> [Job] {
        [
            { result { () throws(SiteError) in try DataFiles(edition).files() } },
            { .success([ItemsDocument(edition).file(), FeedDocument(edition).file()]) },
        ]
    }

    private func pageJobs(_ edition: Edition) -> [Job] {
        let audiences = Audience.allCases.map { audience -> Job in
            { result { () throws(SiteError) in try AudiencePage(edition, audience).files() } }
        }
        let deliveries = Audience.allCases.map { audience -> Job in
            { result { () throws(SiteError) in try DeliveryPage(edition, audience).files() } }
        }
        return audiences + deliveries + [
            { result { () throws(SiteError) in [try MethodsPage(edition).file()] } },
            { result { () throws(SiteError) in try EditionsPage(edition).files() } },
        ]
    }
}

/// What the work gives, or its error.
private func result(
    _ work: () throws(SiteError) -> [SiteFile]
) -> Result<[SiteFile], SiteError> {
    do throws(SiteError) {
        return .success(try work())
    } catch {
        return .failure(error)
    }
}
