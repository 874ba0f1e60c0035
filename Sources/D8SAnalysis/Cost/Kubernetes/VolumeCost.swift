package import D8SModel

/// What a volume costs in a window.
package struct VolumeCost: Hashable, Sendable {
    package var use: VolumeUse
    package var cost: ExactDecimal
}
