package dev.patchbay.peers.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/// Netty with one event loop, on its native epoll where there is one for this machine.
public final class NettyServer {

    private NettyServer() {}

    /// Serves until it is killed.
    public static void main(String[] arguments) throws InterruptedException {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, factory);
        ServerBootstrap server = new ServerBootstrap()
                .group(loop)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true);
        ChannelGroup room = new DefaultChannelGroup(loop.next());
        listen(server, "calc-binary", NettyCalculator::new);
        listen(server, "chat", () -> new NettyTalker(room));
        System.err.println(epoll ? "native epoll" : "java.nio: no native epoll here, " + Epoll.unavailabilityCause());
        System.out.println("ready");
        loop.terminationFuture().sync();
    }

    private static void listen(ServerBootstrap server, String protocol, Supplier<ChannelHandler> handler) throws InterruptedException {
        Channel listener = server.clone()
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(handler.get());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        System.out.println(protocol + " 127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort());
    }
}
