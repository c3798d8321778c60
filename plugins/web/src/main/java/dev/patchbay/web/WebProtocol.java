package dev.patchbay.web;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.io.IOException;
import java.nio.file.Path;

/// The files of a folder over HTTP.
public final class WebProtocol implements Protocol {

    static final Option<Path> FOLDER = Option.path("folder", Path.of(""), "the folder of the files; if not set, 'web' in the plugin's data folder");

    private static final ProtocolInfo INFO = ProtocolInfo.of("web", "1.1")
            .banner("(HTTP)")
            .silent()
            .unlisted()
            .port(8080)
            .summary("the files of a folder over HTTP")
            .options(FOLDER);

    /// Called by the host.
    public WebProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) throws IOException {
        Path chosen = context.option(FOLDER);
        Path folder = chosen.toString().isEmpty() ? WebFolder.inDataFolder(context.dataFolder()) : WebFolder.chosen(chosen);
        return new WebService(folder, context.executor());
    }

    @Override
    public ClientMode clientMode() {
        return new WebClientMode();
    }
}
