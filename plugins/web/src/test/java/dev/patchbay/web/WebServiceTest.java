package dev.patchbay.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Fuzz;
import dev.patchbay.testkit.ProtocolServer;
import dev.patchbay.testkit.TestPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServiceTest {

    /// Plain, encoded once and twice, in overlong and foreign forms, through links, absolute, and what Windows makes of it.
    private static final List<String> WAYS_OUT = List.of(
            "/../outside/secret.txt", "/%2e%2e/outside/secret.txt", "/..%2foutside%2fsecret.txt", "/sub/../../outside/secret.txt", "//outside/secret.txt",
            "/hello.txt%00", "/..\\outside\\secret.txt", "http://x/../outside/secret.txt", "/%", "no-slash", "*", "",
            "/%2e%2e%2foutside%2fsecret.txt", "/.%2e/outside/secret.txt", "/sub/%2e%2e/%2e%2e/outside/secret.txt", "/./../outside/secret.txt",
            "/%252e%252e/outside/secret.txt", "/%25%32%65%25%32%65/outside/secret.txt", "/%c0%ae%c0%ae/outside/secret.txt", "/%u002e%u002e/outside/secret.txt",
            "/..%5coutside%5csecret.txt", "/%2e%2e%5coutside%5csecret.txt", "/....//outside/secret.txt", "/..;/outside/secret.txt", "/.%00./outside/secret.txt",
            "/../outside/secret.txt%00.html", "/linked%2fsecret.txt", "/sub/up%2foutside/secret.txt", "/link.txt%20", "/%2ehidden", "/sub/../.hidden",
            "/hello.txt/../../outside/secret.txt", "/etc/passwd", "//etc/passwd", "///etc/passwd", "/%2fetc%2fpasswd", "file:///etc/passwd", "/C:/windows/win.ini",
            "/hello.txt::$DATA", "/\uff0e\uff0e\uff0foutside/secret.txt", "?../outside/secret.txt");

    private final Path folder;
    @AutoClose
    private final ProtocolServer server;

    WebServiceTest(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("web"));
        Files.writeString(folder.resolve("hello.txt"), "hello żółw\n");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/with space.txt"), "spaced");
        Files.writeString(folder.resolve(".hidden"), "secret");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("sub/up"), temp);
        server = ProtocolServer.of(new WebProtocol()).option("folder", folder).start();
    }

    private HttpResponse<String> request(String method, String path) throws Exception {
        return request(method, path, server);
    }

    private static HttpResponse<String> request(String method, String path, ProtocolServer server) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).method(method, HttpRequest.BodyPublishers.noBody()).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void aFileIsServedWithItsSizeAndType() throws Exception {
        HttpResponse<String> response = request("GET", "/hello.txt");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("hello żółw\n");
        assertThat(response.headers().firstValue("content-length")).contains("14");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain");
        assertThat(request("GET", "/sub/with%20space.txt").body()).isEqualTo("spaced");
    }

    @Test
    void nothingOfItIsLeftWhenItsJarIsRemoved() throws Exception {
        try (ProtocolServer packed = ProtocolServer.of(new WebProtocol()).option("folder", folder).packed().start()) {
            assertThat(request("GET", "/hello.txt", packed).body()).isEqualTo("hello żółw\n");

            packed.expectNothingLeft();
        }
    }

    @Test
    void theHeadOfAFileComesWithoutTheFile() throws Exception {
        HttpResponse<String> response = request("HEAD", "/hello.txt");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-length")).contains("14");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aFolderIsListedWithoutWhatIsHiddenOrLeadsOutside() throws Exception {
        HttpResponse<String> response = request("GET", "/");

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(response.body()).contains("hello.txt", "sub/").doesNotContain("hidden", "link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/.hidden", "/link.txt", "/linked/", "/linked/secret.txt", "/sub/up/outside/secret.txt"})
    void whatIsNotThereHiddenOrALinkIsNotFound(String path) throws Exception {
        HttpResponse<String> response = request("GET", path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain("secret\n");
    }

    @Test
    void noPathLeadsOutOfTheFolder() {
        for (String path : WAYS_OUT) {
            try (TestPeer peer = server.connect()) {
                peer.send("GET " + path + " HTTP/1.0\r\n\r\n");

                assertThat(new String(peer.receiveBytes(10), US_ASCII)).as(path).startsWith("HTTP/1.1 4");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST"})
    void nothingCanBeChanged(String method) throws Exception {
        assertThat(request(method, "/hello.txt").statusCode()).isEqualTo(405);
        assertThat(request("GET", "/hello.txt").statusCode()).isEqualTo(200);
    }

    @Test
    void aThousandConnectionsThatSayNothingAndGarbageDisturbNobody() throws Exception {
        List<TestPeer> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                idle.add(server.connect());
            }
            Fuzz.each(50, random -> {
                try (TestPeer garbage = server.connect()) {
                    garbage.sendBytes(Fuzz.bytes(random, 3000));
                    garbage.send("\r\n\r\n");
                    garbage.closeOutput();
                    garbage.expectEnd();
                }
            });

            assertThat(request("GET", "/hello.txt").statusCode()).isEqualTo(200);
        } finally {
            idle.forEach(TestPeer::reset);
        }
    }

    @Test
    void halfARequestIsEndedInTimeAndWhoBreaksOffDisturbsNobody() throws Exception {
        String whole = "GET /hello.txt HTTP/1.0\r\n\r\n";
        for (int sent = 0; sent <= whole.length(); sent++) {
            TestPeer breaking = server.connect();
            breaking.send(whole.substring(0, sent));
            breaking.reset();
        }
        try (TestPeer half = server.connect()) {
            half.send("GET /hello.txt HT");

            assertThat(request("GET", "/hello.txt").statusCode()).isEqualTo(200);
            // The build gives a request a second, and an operator's gateway half a minute.
            half.expectEnd();
        }
    }

    @Test
    void readersThatNeverReadDisturbNobody() throws Exception {
        Files.write(folder.resolve("big"), new byte[20_000_000]);
        List<TestPeer> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                TestPeer peer = server.connect();
                deaf.add(peer);
                peer.send("GET /big HTTP/1.0\r\n\r\n");
                assertThat(new String(peer.receiveBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
            }

            assertThat(request("GET", "/hello.txt").statusCode()).isEqualTo(200);
        } finally {
            deaf.forEach(TestPeer::reset);
        }
    }

    @Test
    void theLobbyDoesNotKnowIt() {
        try (TestPeer peer = server.connect("lobby")) {
            peer.expectFrame("Patchbay 1.0");
            peer.sendFrame("open web");
            assertThat(peer.receiveFrame()).startsWith("error: unknown protocol");
        }
    }
}
