package dev.patchbay.gateway.listen;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.HostedService;
import dev.patchbay.api.ListenerInfo;
import dev.patchbay.gateway.config.Limits;
import dev.patchbay.gateway.config.ListenerConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// All listeners of a gateway, each of which opens or fails by itself.
public final class Listeners implements AutoCloseable {

    private final Sessions sessions;
    private final AddressRates datagrams;
    private final List<Slot> slots = new CopyOnWriteArrayList<>();

    /// Creates it without listeners.
    ///
    /// @param sessions takes over the connections
    public Listeners(Limits limits, Sessions sessions) {
        this.sessions = sessions;
        datagrams = new AddressRates(limits.datagramsPerSecond(), 1, System::nanoTime);
    }

    /// Opens a listener. If it cannot listen, its row says why, and everything else goes on.
    public void open(ListenerConfig config, Endpoint endpoint) {
        List<Listener> opened = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        try {
            if (config.port() >= 0) {
                InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
                if (address.isUnresolved()) {
                    throw new IOException("nobody knows the name " + config.host());
                }
                bind(config, address, endpoint, opened);
            }
        } catch (IOException | RuntimeException e) {
            opened.forEach(Listener::close);
            opened.clear();
            problem = Optional.of(problem(config, e));
        }
        slots.add(new Slot(config, endpoint, List.copyOf(opened), problem));
    }

    private void bind(ListenerConfig config, InetSocketAddress wanted, Endpoint endpoint, List<Listener> opened) throws IOException {
        InetSocketAddress address = wanted;
        boolean broadcasts = endpoint.info().broadcasts();
        if (endpoint.isStream() && !broadcasts) {
            opened.add(StreamListener.open(config, address, endpoint, sessions));
            // A protocol of streams and datagrams has one port for both, also where any free one will do.
            address = opened.getLast().address();
        }
        if (endpoint.service() instanceof DatagramService) {
            opened.add(broadcasts
                    ? DatagramListener.openForBroadcast(config.name(), address, endpoint, datagrams)
                    : DatagramListener.open(config.name(), address, endpoint, datagrams));
        }
        if (endpoint.service() instanceof HostedService) {
            opened.add(HostedListener.open(wanted, endpoint));
        }
    }

    private static String problem(ListenerConfig config, Exception e) {
        String table = "[listener." + (config.name().matches("[A-Za-z0-9_-]+") ? config.name() : "\"" + config.name() + "\"") + "]";
        String message = String.valueOf(e.getMessage());
        if (e instanceof BindException && message.contains("in use")) {
            return "port " + config.port() + " is in use: stop what uses it, or set port in " + table;
        }
        String key = e instanceof BindException && message.contains("ermission") ? "port" : "host";
        return "cannot listen there (" + message + "): set " + key + " in " + table;
    }

    /// {@return the protocols that the lobby can open: each by its first listener, in the order of names}
    public List<Lobby.Door> doors() {
        List<Lobby.Door> doors = new ArrayList<>();
        // The listener that is named as its protocol comes before others of the same.
        List<Slot> preferred = slots.stream()
                .sorted(Comparator.comparing(slot -> !slot.config().name().equals(slot.endpoint().info().id())))
                .toList();
        for (Slot slot : preferred) {
            String id = slot.endpoint().info().id();
            boolean known = doors.stream().anyMatch(door -> door.endpoint().info().id().equals(id));
            boolean listed = slot.endpoint().isStream() && slot.endpoint().info().listed();
            if (listed && !known && !(slot.endpoint().service() instanceof Lobby)) {
                doors.add(new Lobby.Door(slot.endpoint(), slot.port(), slot.config()));
            }
        }
        doors.sort(Comparator.comparing(door -> door.endpoint().info().id()));
        return doors;
    }

    /// {@return where the protocols can be reached}
    public List<ListenerInfo> infos() {
        return slots.stream()
                .flatMap(slot -> slot.listeners().stream().map(listener -> new ListenerInfo(
                        slot.endpoint().info().id(), listener.address(), listener instanceof DatagramListener)))
                .toList();
    }

    /// {@return all listeners: the lobby first, then by port and name}
    public List<Slot> slots() {
        return slots.stream()
                .sorted(Comparator.comparing((Slot slot) -> !(slot.endpoint().service() instanceof Lobby))
                        .thenComparingInt(slot -> slot.address().getPort())
                        .thenComparing(slot -> slot.config().name()))
                .toList();
    }

    /// Stops letting peers in.
    @Override
    public void close() {
        slots.forEach(slot -> slot.listeners().forEach(Listener::close));
    }

    /// Closes the services; when no handler runs any more.
    public void closeServices() {
        slots.forEach(slot -> slot.endpoint().close());
    }
}
