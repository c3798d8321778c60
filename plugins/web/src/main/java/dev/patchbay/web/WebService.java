package dev.patchbay.web;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.patchbay.api.HostedService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The JDK's file server, each request on a thread of the plugin's.
final class WebService implements HostedService {

    private static final int QUEUE = 1024;
    private static final int SECONDS_TO_STOP = 1;

    /// The JDK's server reads its limits from system properties only, once, and without them has almost none.
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.httpserver.maxConnections", "5000",
            "sun.net.httpserver.maxReqTime", "30",
            "sun.net.httpserver.maxRspTime", "3600");

    private final Path folder;
    private final Executor executor;
    private volatile @Nullable HttpServer server;

    /// @param folder an absolute path to a folder
    WebService(Path folder, Executor executor) {
        this.folder = folder;
        this.executor = executor;
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        // The handler leaves out links and hidden files, and anything that is not below the folder.
        HttpServer fresh = HttpServer.create(address, QUEUE, "/", SimpleFileServer.createFileHandler(folder));
        fresh.setExecutor(executor);
        fresh.start();
        server = fresh;
        return fresh.getAddress();
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(SECONDS_TO_STOP);
        }
    }
}
