package dev.patchbay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ModeDriver;
import dev.patchbay.testkit.ProtocolServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebClientModeTest {

    private final ProtocolServer server;
    private final ModeDriver repl;

    WebClientModeTest(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("two lines żółw.txt"), "one\ntwo");
        Files.write(folder.resolve("picture.png"), new byte[1234]);
        WebProtocol protocol = new WebProtocol();
        server = ProtocolServer.of(protocol).option("folder", folder).start();
        repl = server.repl("alice");
    }

    @AfterEach
    void stop() throws Exception {
        repl.close();
        server.close();
    }

    @Test
    void aTypedPathIsShownLineByLineAndSoIsTheNext() throws Exception {
        repl.type("two lines żółw.txt");
        repl.type("get /two lines żółw.txt");

        assertThat(repl.console().lines()).containsExactly("200 OK", "one", "two", "200 OK", "one", "two");
    }

    @Test
    void whatIsNoTextIsToldByItsSize() throws Exception {
        repl.type("get /picture.png");

        assertThat(repl.console().lines()).containsExactly("200 OK", "1234 bytes of image/png");
    }

    @Test
    void headShowsWhatTheServerSaysAboutAFile() throws Exception {
        repl.type("head /picture.png");

        assertThat(repl.console().lines()).startsWith("200 OK").contains("content-length 1234", "content-type image/png");
    }

    @Test
    void whatIsNotThereIsToldAndTheSessionGoesOn() throws Exception {
        repl.type("none");
        repl.type("get /../../etc/passwd");
        repl.type("get /picture.png");

        assertThat(repl.console().lines()).filteredOn(line -> line.matches("\\d{3} .*")).containsExactly("404 Not Found", "404 Not Found", "200 OK");
    }
}
