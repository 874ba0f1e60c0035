import D8SAnalysis
import D8SAttention
import D8SHistory
import D8SModel
import D8SPublish

/// What one night came to, before anything is rendered.
struct AttendedNight: Sendable {
    let reading: NightReading
    let attention: AttentionResult
    /// What was read of each pack that is at work; of those that are shown with their panels.
    var domains: [DomainReading]
    /// Where more can be asked of the domains.
    let inquiry: PackInquiry
    let checks: Checks
    /// How the look at trends did on shuffled history; nil if there was none.
    let selfTest: TrendSelfTest?

    var night: Night { reading.night }

    /// What was checked and until when that holds, in a sentence.
    var proof: String {
        "\(checks.proof), as of \(night.asOf), valid until \(night.validUntil)."
    }

    /// What `edition.json` says of it.
    var summary: EditionSummary {
        EditionSummary(
            headline: Headline.title(attention.items.count),
            items: attention.items
        )
    }

    /// What the history keeps of the edition.
    func record(digest: String) -> EditionRecord {
        let severities = attention.items.map(\.severity)
        return EditionRecord(
            night: night.day,
            asOf: night.asOf,
            validUntil: night.validUntil,
            critical: severities.count { $0 == .critical },
            warning: severities.count { $0 == .warning },
            info: severities.count { $0 == .info },
            digest: digest
        )
    }
}
