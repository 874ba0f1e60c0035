import D8SHistory
import D8SModel
import D8SSite

/// Rollups as CSV; `time` is the end of the hour or day, which belongs to it.
enum RollupText {
    static let head = "time,metric,labels,count,sum,min,max,last,increase\r\n"

    static func line(_ series: Series, _ rollup: Rollup) -> String {
        let cells: [DataValue] = [
            .instant(Instant(milliseconds: rollup.end)), .text(series.metric),
            .text(SampleText.object(series.labels)), .whole(Int(rollup.count)),
            .number(rollup.sum), .number(rollup.minimum), .number(rollup.maximum),
            .number(rollup.last), .number(rollup.increase),
        ]
        return CSV.row(cells) + "\r\n"
    }
}
