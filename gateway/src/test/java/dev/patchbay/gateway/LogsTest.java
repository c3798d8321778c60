package dev.patchbay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @TempDir
    Path folder;

    @AfterEach
    void restore() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(before);
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void whatNobodyCaughtIsOneSafeLine() throws Exception {
        Path log = folder.resolve("100%/gateway.log");
        Logs.toFile(log);

        Thread thread = Thread.ofVirtual().name("odd\u001b").start(() -> {
            throw new IllegalStateException("said \u001b[2J\nforged");
        });
        thread.join();

        assertThat(Files.readAllLines(log)).singleElement().asString()
                .endsWith(" error patchbay: the thread 'odd\\x1b' failed: java.lang.IllegalStateException: said \\x1b[2J\\nforged");
    }
}
