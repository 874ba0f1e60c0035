import Testing

/// Rule files of Prometheus, from the configuration to the items.
struct RulesTests {
    private static let rules = """
        groups:
          - name: node
            rules:
              - record: instance:up:max
                expr: max by (instance) (up)
              - alert: InstanceDown
                expr: instance:up:max == 0
                for: 10m
                labels: {severity: critical}
                annotations:
                  summary: "{{ $labels.instance }} is down"

        """

    /// A sample each minute of the three hours before 02:00; the instance is down from 01:00 on.
    private static var samples: String {
        let first = 1_763_593_200
        let lines = (0...180).map { minute in
            "up{instance=\"db1:9100\"} \(minute < 120 ? 1 : 0) \(first + minute * 60)\n"
        }
        return "# TYPE up gauge\n" + lines.joined() + "# EOF\n"
    }

    private func program(_ scratch: Scratch, rules: String) throws -> Program {
        try scratch.write("rules: [rules/*.yml]\n", to: "d8s.yaml")
        try scratch.write(rules, to: "rules/node.yml")
        try scratch.write(Self.samples, to: "metrics.om")
        let program = Program(folder: scratch.folder)
        let imported = try program.run("import", "series", "metrics.om")
        #expect(imported.status == 0, "\(imported.errors)")
        return program
    }

    @Test func `what a rule would have fired is an item, since it fired`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try program(scratch, rules: Self.rules)
        let items = try program.run("items", "--as-of", "2025-11-20T02:00:00Z", "--format", "json")
        #expect(items.status == 0, "\(items.errors)")
        #expect(items.output.contains("db1:9100 is down"), "\(items.output)")
        #expect(items.output.contains("01:10, 50"), "\(items.output)")
    }

    @Test func `a rule file that cannot be used is an item`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let broken = Self.rules.replacing("expr: max", with: "exp: max")
        let program = try program(scratch, rules: broken)
        let items = try program.run("items", "--as-of", "2025-11-20T02:00:00Z")
        #expect(items.output.contains("rules/node.yml"), "\(items.output)")
        let check = try program.run("rules", "check")
        #expect(check.status == 1)
        #expect(check.output.contains("did you mean `expr`?"), "\(check.output)")
    }

    @Test func `rules are checked, listed and tested`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try program(scratch, rules: Self.rules)
        let check = try program.run("rules", "check")
        #expect(check.status == 0, "\(check.output)")
        #expect(check.output.contains("2 rules in 1 group, no mistake"))
        let list = try program.run("rules", "list", "--format", "csv")
        #expect(list.output.contains("node,alert,InstanceDown,10m,instance:up:max == 0,"))
        let tests = """
            rule_files: [rules/node.yml]
            tests:
              - input_series: [{series: 'up{instance="a"}', values: 0x20}]
                alert_rule_test:
                  - eval_time: 10m
                    alertname: InstanceDown
                    exp_alerts:
                      - exp_labels: {instance: a, severity: critical}
                        exp_annotations: {summary: a is down}

            """
        try scratch.write(tests, to: "pass.yml")
        try scratch.write(tests.replacing("a is down", with: "a is up"), to: "fail.yml")
        #expect(try program.run("rules", "test", "pass.yml").status == 0)
        let failed = try program.run("rules", "test", "pass.yml", "fail.yml")
        #expect(failed.status == 1)
        #expect(failed.output.contains("-   summary: a is up"), "\(failed.output)")
        #expect(failed.output.contains("+   summary: a is down"), "\(failed.output)")
    }
}
