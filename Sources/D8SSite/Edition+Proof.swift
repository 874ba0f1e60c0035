import D8SAttention
import D8SModel

extension Edition {
    /// `02:00 UTC`.
    var dataTime: String { "\(format.clock(night.asOf))\u{a0}\(format.zone.identifier)" }

    /// `20 Nov 2026 02:00 UTC`.
    func instant(_ instant: Instant) -> String {
        let day = format.zone.day(of: instant)
        return "\(format.fullDay(day)) \(format.clock(instant))\u{a0}\(format.zone.identifier)"
    }

    /// What makes a black page believable: what was looked at, how fresh it is, how long it holds.
    var proof: String {
        "Data to \(instant(night.asOf)) · \(input.checks.proof)"
            + " · valid until \(instant(night.validUntil))"
    }
}
