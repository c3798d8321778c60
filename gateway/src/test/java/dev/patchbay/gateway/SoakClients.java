package dev.patchbay.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients of a plugin that is replaced all the time. Each complains of whatever it does not like.
final class SoakClients {

    /// What one client does again and again, asking for the version each time.
    private interface Visit {
        void run() throws Exception;
    }

    private static final int PATIENCE = 10_000;

    /// So that there is some processor time left for what they are to see.
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Gateway gateway;
    private final List<Thread> threads = new ArrayList<>();
    private final List<AtomicInteger> visits = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private volatile int version;
    private volatile boolean over;

    private SoakClients(Gateway gateway, int version) {
        this.gateway = gateway;
        this.version = version;
    }

    /// @param version that is served now
    static SoakClients start(Gateway gateway, int version) {
        SoakClients clients = new SoakClients(gateway, version);
        for (int i = 0; i < 4; i++) {
            clients.add("visitor " + i, () -> clients.visit(clients.address("soak"), "", 5));
        }
        clients.add("guest", () -> clients.stay(3));
        clients.add("lodger", () -> clients.stay(10));
        clients.add("guest of the lobby", () -> clients.visit(clients.address("lobby"), "0009open soak", 5));
        clients.add("sender of datagrams", clients::sendDatagrams);
        return clients;
    }

    private void add(String name, Visit visit) {
        AtomicInteger count = new AtomicInteger();
        visits.add(count);
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            while (!over && complaints.size() < 10) {
                try {
                    visit.run();
                    Thread.sleep(PAUSE);
                } catch (Exception | AssertionError e) {
                    complaints.add(name + ": " + e);
                }
                count.incrementAndGet();
            }
        }));
    }

    /// Says which version whoever comes from now on has to meet at least.
    void upgraded(int next) {
        version = next;
    }

    /// {@return how often the laziest of those who come and go has come}
    int visits() {
        return visits.stream().mapToInt(AtomicInteger::get).sorted().skip(2).findFirst().orElseThrow();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private InetSocketAddress address(String protocol) {
        return TestGateway.address(gateway, protocol);
    }

    private void visit(InetSocketAddress address, String opening, int questions) throws IOException {
        int least = version;
        try (Guest guest = Guest.arrive(address, opening)) {
            int met = guest.ask();
            expect(met >= least, "met version " + met + " after " + least);
            for (int i = 1; i < questions; i++) {
                expect(guest.ask() == met, "met another version on the same connection");
            }
        }
    }

    /// Stays while a few versions come and go, and wants to be served by the one it met.
    private void stay(int upgrades) throws IOException, InterruptedException {
        int until = version + upgrades;
        try (Guest guest = Guest.arrive(address("soak"), "")) {
            int met = guest.ask();
            while (!over && version < until) {
                expect(guest.ask() == met, "met another version on the same connection");
                Thread.sleep(PAUSE);
            }
        }
    }

    private void sendDatagrams() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE);
            socket.connect(address("soak"));
            DatagramPacket packet = new DatagramPacket(new byte[100], 1);
            int least = version;
            socket.send(packet);
            packet.setLength(100);
            socket.receive(packet);
            int met = Integer.parseInt(new String(packet.getData(), 0, packet.getLength(), UTF_8));
            expect(met >= least, "met version " + met + " after " + least);
        }
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /// Lets everybody finish and go.
    void leave() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private record Guest(Socket socket, BufferedReader answers) implements AutoCloseable {

        static Guest arrive(InetSocketAddress address, String opening) throws IOException {
            Socket socket = new Socket(address.getAddress(), address.getPort());
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            if (!opening.isEmpty()) {
                TestGateway.receive(socket, "0012Patchbay 1.0".length());
                TestGateway.send(socket, opening);
                TestGateway.receive(socket, "0006soak 1".length());
            }
            return new Guest(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
        }

        int ask() throws IOException {
            TestGateway.send(socket, "?\n");
            String answer = answers.readLine();
            expect(answer != null, "the connection was closed");
            return Integer.parseInt(answer);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
