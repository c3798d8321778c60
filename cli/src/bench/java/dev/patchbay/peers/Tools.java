package dev.patchbay.peers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/// Programs of this machine.
final class Tools {

    private Tools() {}

    /// {@return the path of a program of the JDK that runs this}
    static String ofJdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /// {@return whether a program is there, ran, and said that all went well}
    static boolean succeeds(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start();
        } catch (IOException e) {
            return false;
        }
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
