package import D8SAnalysis
package import D8SAttention
package import D8SModel

/// Everything that one edition of the site is made from.
package struct SiteInput: Sendable {
    package var night: Night
    package var format: Format
    package var delivery: DeliveryReport
    /// What was read of each pack that is at work, by name; the panels only of those that have
    /// something to say.
    package var domains: [DomainReading]
    /// What was spent, currency by currency; empty if no charges are known.
    package var spend: [SpendReport]
    /// What clusters and pipelines cost; nil if neither is known.
    package var workloads: WorkloadCosts?
    /// What needs attention, what is accepted, and what is resolved since last night.
    package var attention: AttentionResult
    package var checks: Checks
    /// How the look at trends did on shuffled history; nil if there was none.
    package var selfTest: TrendSelfTest?
    /// What the methods page explains, in its order.
    package var rules: [Rule]
    /// By name.
    package var sources: [SourceState]
    /// Days of the editions that are kept under `editions/`, in any order; tonight's not included.
    package var pastEditions: [Day]
    /// Whether services and domains without anything to say get their pages too.
    package var allServices: Bool
    /// Whether each audience's `summary.pdf` will lie beside its pages, so that they may link it.
    package var hasSummaries: Bool

    package init(
        night: Night,
        format: Format,
        delivery: DeliveryReport,
        domains: [DomainReading] = [],
        spend: [SpendReport] = [],
        workloads: WorkloadCosts? = nil,
        attention: AttentionResult,
        checks: Checks,
        selfTest: TrendSelfTest? = nil,
        rules: [Rule],
        sources: [SourceState],
        pastEditions: [Day] = [],
        allServices: Bool = false,
        hasSummaries: Bool = false
    ) {
        self.night = night
        self.format = format
        self.delivery = delivery
        self.domains = domains
        self.spend = spend
        self.workloads = workloads
        self.attention = attention
        self.checks = checks
        self.selfTest = selfTest
        self.rules = rules
        self.sources = sources
        self.pastEditions = pastEditions
        self.allServices = allServices
        self.hasSummaries = hasSummaries
    }
}
