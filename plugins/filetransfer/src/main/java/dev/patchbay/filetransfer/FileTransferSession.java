package dev.patchbay.filetransfer;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A person who puts and gets files.
final class FileTransferSession implements ClientSession {

    private static final String FORCE = "--force";

    private final RemoteFiles remote;
    private final Console console;
    private volatile List<String> names = List.of();
    private final List<Command> commands = List.of(
            Command.of("put LOCAL [REMOTE]", "sends a file, under its own name or another", this::put)
                    .example("put report.pdf")
                    .example("put \"my report.pdf\" report.pdf")
                    .completing("LOCAL", LocalFiles::candidates),
            Command.of("get [--force] REMOTE [LOCAL]", "fetches a file, into the working folder or elsewhere; --force replaces one", this::get)
                    .example("get report.pdf")
                    .example("get --force report.pdf /tmp/")
                    .completing("REMOTE", () -> names)
                    .completing("LOCAL", LocalFiles::candidates),
            Command.of("ls", "lists the files of the server", _ -> list()).alias("list"),
            Command.of("rm REMOTE", "removes a file of the server", this::remove)
                    .alias("delete")
                    .completing("REMOTE", () -> names));

    FileTransferSession(ClientContext context) {
        remote = new RemoteFiles(context);
        console = context.console();
    }

    /// Asks the server for the names that can be completed; one that does not list them may still give and take.
    void learnNames() {
        try {
            learn(remote.list());
        } catch (Refusal e) {
            names = List.of();
        }
    }

    private void learn(List<RemoteFiles.Entry> entries) {
        // A name that we would refuse to type need not be proposed, whatever the server calls its files.
        names = entries.stream().map(RemoteFiles.Entry::name).filter(FileName::fits).map(LocalFiles::typed).toList();
    }

    private void put(Arguments arguments) throws IOException {
        Path local = LocalFiles.path(arguments.text("LOCAL"));
        FileName name = arguments.find("REMOTE").map(FileName::new).orElseGet(() -> LocalFiles.name(local));
        try (FileChannel file = LocalFiles.open(local)) {
            long size = file.size();
            Checksum checksum = checksum(local, file);
            try (Progress progress = console.progress(name.text(), size)) {
                remote.put(file, size, checksum, name, progress::at);
            }
            report("stored", name.text(), size, checksum);
            learnOne(name);
        } catch (ConnectionException | ClosedChannelException e) {
            remark("what the server has got is kept there: the same put goes on from it");
            throw e;
        }
    }

    private Checksum checksum(Path local, FileChannel file) throws IOException {
        try (Progress progress = console.progress("checking " + local.getFileName(), file.size())) {
            return Checksum.of(file, progress::at);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new Refusal("cannot read " + local + ": " + Cause.of(e));
        }
    }

    private void get(Arguments arguments) throws IOException {
        FileName name = new FileName(arguments.text("REMOTE"));
        boolean force = arguments.has(FORCE);
        Path target = LocalFiles.target(LocalFiles.path(arguments.find("LOCAL").orElse("")), name);
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("there is a file " + target + " already: add " + FORCE + " to replace it");
        }
        try {
            RemoteFiles.Offer offer = new Download(remote, console, name, target, force).run();
            report("fetched", target.toString(), offer.size(), offer.checksum());
        } catch (ConnectionException | ClosedChannelException e) {
            remark("what has come is kept here: the same get goes on from it");
            throw e;
        }
    }

    private void list() {
        List<RemoteFiles.Entry> entries = remote.list();
        learn(entries);
        entries.forEach(new Listing(console, entries)::print);
        remark(entries.size() == 1 ? "1 file" : entries.isEmpty() ? "no files yet" : entries.size() + " files");
    }

    private void remove(Arguments arguments) {
        FileName name = new FileName(arguments.text("REMOTE"));
        remote.delete(name);
        names = names.stream().filter(each -> !each.equals(LocalFiles.typed(name.text()))).toList();
        console.print(Item.of("removed").with("name", name.text(), Style.NAME));
    }

    private void learnOne(FileName name) {
        names = Stream.concat(names.stream(), Stream.of(LocalFiles.typed(name.text()))).distinct().sorted().toList();
    }

    private void report(String what, String name, long size, Checksum checksum) {
        console.print(Item.of(what).with("name", name, Style.NAME).with("size", size).with("sha256", checksum.hex(), Style.MUTED));
        remark(what + ", and the checksum is right");
    }

    /// Tells a person what a program does not need to hear.
    private void remark(String text) {
        if (console.interactive()) {
            console.print(Item.text(text, Style.MUTED));
        }
    }

    @Override
    public void typed(String line) {
        String first = line.strip().split("\\s", 2)[0];
        throw commands.stream()
                .filter(command -> command.isCalled(first))
                .findFirst()
                .map(command -> new Refusal("usage: " + command.usage()))
                .orElseGet(() -> new Refusal("there is no command '" + first + "': use put, get, ls or rm"));
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String textHelp() {
        return "does nothing: use put, get, ls or rm";
    }

    @Override
    public void close() {
        remote.quit();
    }
}
