package dev.patchbay.filetransfer;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Files with checksums, which go on where they broke off.
public final class FileTransferProtocol implements Protocol {

    static final Option<Boolean> DELETE = Option.flag("delete", false, "whether files may be removed");
    static final Option<Duration> KEEP_PARTS =
            Option.duration("keep-parts", Duration.ofDays(7), "how long a file that broke off waits for its rest");

    private static final ProtocolInfo INFO = ProtocolInfo.of("filetransfer", "1.0")
            .banner("File Transfer 1.0")
            .port(10338)
            .summary("takes and gives files, with checksums and resume")
            .options(Intake.FOLDER, Intake.MAX_SIZE, Intake.OVERWRITE, DELETE, KEEP_PARTS);

    /// Called by the host.
    public FileTransferProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) throws IOException {
        return FileTransferService.open(context);
    }

    @Override
    public ClientMode clientMode() {
        return new FileTransferClientMode();
    }

    @Override
    public List<Load> loads() {
        return List.of(GetExchange.LOAD, PutExchange.LOAD);
    }
}
