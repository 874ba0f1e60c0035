import D8SModel

/// The answers of parts of a range as one.
struct JoinedAnswer {
    private(set) var answer = MatrixAnswer()
    private var places: [Series: Int] = [:]

    /// Appends the answer of the part after those that are there.
    mutating func append(_ part: MatrixAnswer) {
        answer.form = part.form
        answer.text = part.text ?? answer.text
        answer.histograms += part.histograms
        answer.isPartial = answer.isPartial || part.isPartial
        for warning in part.warnings where !answer.warnings.contains(warning) {
            answer.warnings.append(warning)
        }
        for info in part.infos where !answer.infos.contains(info) { answer.infos.append(info) }
        for column in part.columns {
            guard let place = places[column.series] else {
                places[column.series] = answer.columns.count
                answer.columns.append(column)
                continue
            }
            answer.columns[place].times += column.times
            answer.columns[place].values += column.values
        }
    }
}
