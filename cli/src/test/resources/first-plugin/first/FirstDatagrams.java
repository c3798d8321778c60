package first;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.wire.Datagram;
import dev.patchbay.api.wire.DatagramSender;

/// Answers each datagram.
public final class FirstDatagrams implements Protocol {

    @Override
    public ProtocolInfo info() {
        return ProtocolInfo.of("first-datagrams", "1.0").silent().unlisted().port(10799);
    }

    @Override
    public Service open(ServiceContext context) {
        return new DatagramService() {
            @Override
            public void opened(DatagramSender sender) {
                if (!sender.local().equals(sender.listening())) {
                    throw new IllegalStateException("nothing is broadcast here");
                }
            }

            @Override
            public void receive(Datagram datagram, DatagramSender sender) {
                sender.send(Datagram.text(datagram.peer(), datagram.text() + " of " + datagram.payload().length));
            }
        };
    }
}
