package dev.patchbay.filetransfer;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;
import java.io.IOException;

/// The plain format: a line with the name, then the content to the end of the connection.
public final class FileTransferPlainProtocol implements Protocol {

    private static final ProtocolInfo INFO = ProtocolInfo.of("filetransfer-plain", "1.0")
            .banner("Plain File Transfer 1.0")
            .silent()
            .port(10340)
            .summary("takes a file: a line with its name, then its content")
            .options(Intake.FOLDER, Intake.MAX_SIZE, Intake.OVERWRITE);

    /// Called by the host.
    public FileTransferPlainProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    @Override
    public Service open(ServiceContext context) throws IOException {
        return new FileTransferPlainService(Intake.of(context), context::report, context.logger());
    }

    @Override
    public ClientMode clientMode() {
        return new FileTransferPlainClientMode();
    }
}
