import D8SCommands

await D8SCommand.start()
