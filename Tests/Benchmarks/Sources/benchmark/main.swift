import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    let groups =
        "[charts] [dora] [site] [collect] [samples] [report] [exposition] [query] [trends] [costs]"
    print("usage: benchmark D8S WORK \(groups)")
    exit(2)
}
let duels = Duels(d8s: arguments[0], work: arguments[1], peers: "Tests/Benchmarks/peers")
let wanted = arguments.count > 2 ? Array(arguments.dropFirst(2)) : duels.all.map(\.group)
var failed = false
print(Table.heading)
fflush(nil)
for duel in duels.all where wanted.contains(duel.group) {
    if let outcome = duel.duel.fight() {
        print(Table.rows(outcome))
    } else {
        print("| \(duel.duel.title) failed: run it by hand: `\(duel.duel.ours.line)` |")
        failed = true
    }
    fflush(nil)
}
exit(failed ? 1 : 0)
