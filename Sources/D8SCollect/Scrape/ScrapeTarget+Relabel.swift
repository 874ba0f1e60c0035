import D8SModel

extension ScrapeTarget {
    /// The series as it is stored with `attachedLabels`, or nil if it is dropped; a series over a
    /// limit refuses the page.
    func relabelled(
        _ series: Series,
        _ labels: AttachedLabels
    ) throws(ExpositionRefusal) -> Series? {
        let stored =
            labels.joined(to: series)
            ?? Series(metric: series.metric, labels: joined(series.labels))
        guard keep.isEmpty || keep.contains(where: { $0.matches(stored) }),
            !drop.contains(where: { $0.matches(stored) })
        else { return nil }
        try check(stored)
        return stored
    }

    /// What every series gets.
    var attachedLabels: AttachedLabels { AttachedLabels(attached, isOwnKept: honorsLabels) }

    private func joined(_ own: [Label]) -> [Label] {
        let ownNames = Set(own.map(\.name))
        if honorsLabels { return own + attached.filter { !ownNames.contains($0.name) } }
        let attachedNames = Set(attached.map(\.name))
        let clashing = ownNames.intersection(attachedNames)
        guard !clashing.isEmpty else { return own + attached }
        var taken = ownNames.union(attachedNames)
        let renamed = own.map { label in
            guard clashing.contains(label.name) else { return label }
            var name = label.name
            while taken.contains(name) { name = "exported_" + name }
            taken.insert(name)
            return Label(name, label.value)
        }
        return renamed + attached
    }

    private func check(_ series: Series) throws(ExpositionRefusal) {
        guard limits.labels != nil || limits.labelName != nil || limits.labelValue != nil else {
            return
        }
        let labels = series.labels
        if let most = limits.labels, labels.count > most {
            throw ExpositionRefusal(
                "the series \(series.metric) has \(labels.count) labels, more than "
                    + "label_limit: \(most)"
            )
        }
        for label in labels {
            if let most = limits.labelName, label.name.utf8.count > most {
                throw ExpositionRefusal(
                    "a label's name has \(label.name.utf8.count) bytes, more than "
                        + "label_name_length_limit: \(most)"
                )
            }
            if let most = limits.labelValue, label.value.utf8.count > most {
                throw ExpositionRefusal(
                    "the value of the label \(label.name) has \(label.value.utf8.count) bytes, "
                        + "more than label_value_length_limit: \(most)"
                )
            }
        }
    }
}
