import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print(
        "usage: truth D8S WORK [nab=FOLDER] [changes=FOLDER] "
            + "[forecasts=FOLDER] [nights] [--full]"
    )
    exit(2)
}
let (d8s, work) = (arguments[0], URL(fileURLWithPath: arguments[1]))
print("| what | d8s | aim (published) |\n|---|---|---|")
do {
    for argument in arguments.dropFirst(2) where argument != "--full" {
        if argument == "nights" {
            let truth = NightsTruth(d8s: d8s, isFull: arguments.contains("--full"))
            print(truth.rows().joined(separator: "\n"))
            continue
        }
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        let folder = URL(fileURLWithPath: parts[1])
        let rows =
            switch parts[0] {
            case "nab": try NumentaTruth(d8s: d8s, folder: folder).rows()
            case "changes": try ChangeTruth(d8s: d8s, folder: folder, work: work).rows()
            case "forecasts":
                try ForecastTruth(d8s: d8s, folder: folder, work: work).rows()
            default: ["| \(parts[0]) is no collection | | |"]
            }
        print(rows.joined(separator: "\n"))
    }
} catch {
    print("the collection cannot be read: \(error)")
    exit(1)
}
