package import D8SModel

/// How often values occur: a histogram, on a logarithmic axis where the values span decades.
package struct DistributionChart: Hashable, Sendable {
    package struct Marker: Hashable, Sendable {
        package var label: String
        package var value: Double

        package init(label: String, value: Double) {
            self.label = label
            self.value = value
        }
    }

    package var title: String
    /// Ascending.
    package var values: [Double]
    package var unit: Unit
    package var format: Format
    /// For example median and P95.
    package var markers: [Marker]
    package var ink: Ink

    package init(
        title: String,
        values: [Double],
        unit: Unit,
        format: Format,
        markers: [Marker] = [],
        ink: Ink = .series
    ) {
        self.title = title
        self.values = values
        self.unit = unit
        self.format = format
        self.markers = markers
        self.ink = ink
    }
}
