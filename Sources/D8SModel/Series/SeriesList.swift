/// Series in an order that stays, such as that of a target's page.
///
/// An object, since the same list comes again with each round of samples: whoever has looked its
/// series up once knows it again by its identity.
package final class SeriesList: Sendable {
    package let series: [Series]

    package init(_ series: [Series]) {
        self.series = series
    }
}

extension SeriesList: Hashable {
    package static func == (left: SeriesList, right: SeriesList) -> Bool {
        left === right || left.series == right.series
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(series)
    }
}
