import D8SAnalysis
import D8SModel

extension Site {
    /// Everything there is to make: each one page or a few that belong together, the longest
    /// first.
    func jobs() -> [SiteBatch] {
        let edition = Edition(input: input, templates: templates, brush: brush)
        return domainJobs(edition) + serviceJobs(edition) + itemJobs(edition) + exportJobs(edition)
            + pageJobs(edition)
    }

    private func serviceJobs(_ edition: Edition) -> [SiteBatch] {
        edition.shownServices.map { service in
            { try ServicePage(edition, service).files() }
        }
    }

    private func domainJobs(_ edition: Edition) -> [SiteBatch] {
        edition.shownDomains.flatMap { domain in
            let filters = edition.filters(of: domain)
            let pages = Audience.allCases.map {
                DomainPage(edition, domain, $0, filters: filters)
            }
            return pages.flatMap(\.batches)
                + filters.map { filter -> SiteBatch in
                    {
                        try DomainPage(
                            edition,
                            domain,
                            .devops,
                            filters: filters,
                            narrowedTo: filter
                        ).files()
                    }
                }
        }
    }

    private func itemJobs(_ edition: Edition) -> [SiteBatch] {
        edition.allItems.map { item in
            { try ItemPages(edition, item).files() }
        }
    }

    private func exportJobs(_ edition: Edition) -> [SiteBatch] {
        DataFiles(edition).batches + [
            { [ItemsDocument(edition).file(), FeedDocument(edition).file()] }
        ]
    }

    private func pageJobs(_ edition: Edition) -> [SiteBatch] {
        let audiences = Audience.allCases.map { audience -> SiteBatch in
            { try AudiencePage(edition, audience).files() }
        }
        let deliveries = Audience.allCases.map { audience -> SiteBatch in
            { try DeliveryPage(edition, audience).files() }
        }
        let spend = edition.shownSpend.flatMap { report in
            Audience.allCases.map { audience -> SiteBatch in
                { try SpendPage(edition, report, audience).files() }
            }
        }
        let workloads = edition.shownWorkloads.map { costs in
            Audience.allCases.map { audience -> SiteBatch in
                { try WorkloadPage(edition, costs, audience).files() }
            }
        }
        return audiences + deliveries + spend + (workloads ?? []) + [
            { [try MethodsPage(edition).file()] },
            { try EditionsPage(edition).files() },
        ]
    }
}
