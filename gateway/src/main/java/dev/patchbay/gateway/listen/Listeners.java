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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

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
        Slot slot = new Slot(config, endpoint);
        List<Listener> opened = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        try {
            if (config.port() >= 0) {
                InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
                if (address.isUnresolved()) {
                    throw new IOException("nobody knows the name " + config.host());
                }
                bind(slot, address, opened);
            }
        } catch (IOException | RuntimeException e) {
            opened.forEach(Listener::close);
            opened.clear();
            problem = Optional.of(problem(config, e));
        }
        slot.opened(opened, problem);
        slots.add(slot);
    }

    private void bind(Slot slot, InetSocketAddress wanted, List<Listener> opened) throws IOException {
        InetSocketAddress address = wanted;
        Endpoint endpoint = slot.endpoint();
        boolean broadcasts = endpoint.info().broadcasts();
        if (endpoint.isStream() && !broadcasts) {
            opened.add(StreamListener.open(slot, address, sessions));
            // A protocol of streams and datagrams has one port for both, also where any free one will do.
            address = opened.getLast().address();
        }
        if (endpoint.service() instanceof DatagramService) {
            opened.add(broadcasts
                    ? DatagramListener.openForBroadcast(slot, address, datagrams)
                    : DatagramListener.open(slot, address, datagrams));
        }
        if (endpoint.service() instanceof HostedService) {
            opened.add(HostedListener.open(wanted, endpoint));
        }
    }

    /// Closes a listener for good. Whom its endpoint serves, it serves on.
    public void close(Slot slot) {
        slots.remove(slot);
        slot.listeners().forEach(Listener::close);
    }

    /// Lets other endpoints take the places of some. A listener of the same name, at the same address and of the same kinds keeps
    /// its sockets; whoever connects is served by the next endpoint from then on. Other listeners are closed, and others opened.
    ///
    /// @param before the listeners of those that were
    /// @param next   those that come
    /// @param reopen makes another endpoint like the one that a listener has
    /// @throws IOException if a service that brings its own server did not start it; then all is as it was
    public void replace(List<Slot> before, List<Opening> next, Function<Slot, Optional<Endpoint>> reopen) throws IOException {
        Map<Slot, Opening> kept = new LinkedHashMap<>();
        List<Opening> fresh = new ArrayList<>();
        for (Opening opening : next) {
            before.stream().filter(slot -> opening.fits(slot)).findFirst()
                    .ifPresentOrElse(slot -> kept.put(slot, opening), () -> fresh.add(opening));
        }
        HostedListener.exchange(kept, reopen);
        kept.forEach(Listeners::hand);
        before.stream().filter(slot -> !kept.containsKey(slot)).forEach(this::close);
        fresh.forEach(opening -> open(opening.config(), opening.endpoint()));
    }

    private static void hand(Slot slot, Opening opening) {
        List<DatagramListener> receivers =
                slot.listeners().stream().filter(DatagramListener.class::isInstance).map(DatagramListener.class::cast).toList();
        receivers.forEach(receiver -> receiver.introduce(opening.endpoint()));
        slot.hand(opening.config(), opening.endpoint());
        receivers.forEach(receiver -> receiver.serve(opening.endpoint()));
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

    /// {@return the listeners that the lobby can lead to: for each protocol its first, in the order of the protocols' names}
    public List<Slot> doors() {
        Map<String, Slot> doors = new TreeMap<>();
        // The listener that is named as its protocol comes before others of the same.
        slots.stream()
                .filter(slot -> slot.endpoint().isStream() && slot.endpoint().info().listed() && !(slot.endpoint().service() instanceof Lobby))
                .sorted(Comparator.comparing(slot -> !slot.config().name().equals(slot.endpoint().info().id())))
                .forEach(slot -> doors.putIfAbsent(slot.endpoint().info().id(), slot));
        return List.copyOf(doors.values());
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
}
