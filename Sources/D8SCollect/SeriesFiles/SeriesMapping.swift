package import D8SModel

/// Which columns of a table hold samples.
package struct SeriesMapping: Hashable, Sendable {
    /// Where the name of a row's metric is.
    package enum MetricName: Hashable, Sendable {
        case constant(String)
        case column(String)
    }

    /// The column with the time; nil finds one that is called `time` or so.
    package var time: String?
    /// The metric of `value`; nil finds a column that is called `metric` or so.
    package var metric: MetricName?
    /// The column with the value; nil finds one that is called `value`.
    package var value: String?
    /// Several values in a row: metric, column; empty where there is one value column, or where
    /// every column that is nothing else is a metric.
    package var values: [ImportMapping.Assignment]
    /// The columns that are labels; nil takes every column that is nothing else, but none in a table
    /// with a column per metric.
    package var labels: [String]?
    /// Labels that all series get.
    package var constants: [Label]

    package init(
        time: String? = nil,
        metric: MetricName? = nil,
        value: String? = nil,
        values: [ImportMapping.Assignment] = [],
        labels: [String]? = nil,
        constants: [Label] = []
    ) {
        self.time = time
        self.metric = metric
        self.value = value
        self.values = values
        self.labels = labels
        self.constants = constants
    }
}
