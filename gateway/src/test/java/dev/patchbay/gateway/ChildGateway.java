package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A gateway in a process of its own, which may be ended from inside or lack something. It serves one plugin until it is ended.
///
/// @param folder where its files are, with the plugin folder
/// @param port   where it serves the plugin
record ChildGateway(Path folder, Process process, int port) {

    /// The process.
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            try (Gateway gateway = TestGateway.start(Path.of(arguments[0]), "listener." + arguments[1] + ".port = 0\n")) {
                System.out.println(TestGateway.address(gateway, arguments[1]).getPort());
                while (System.in.read() >= 0) {}
            }
        }
    }

    /// Starts one, and waits until it serves.
    ///
    /// @param protocol what the plugin is called
    /// @param shell    what is put before the command of the process, nothing or a shell that runs its arguments
    static ChildGateway start(Path folder, String protocol, String... shell) throws IOException {
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), folder.toString(), protocol));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader output = process.inputReader(UTF_8);
        String port = output.readLine();
        if (port == null) {
            throw new AssertionError("it did not start: " + Files.readString(log));
        }
        return new ChildGateway(folder, process, Integer.parseInt(port));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// {@return what it answers through its control socket}
    String ask(String request) throws IOException {
        return ControlClient.find(folder.resolve("data")).orElseThrow().ask(request);
    }

    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
