package dev.patchbay.peers.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import org.jspecify.annotations.Nullable;

/// A connection of chat: a message is encoded once, and its bytes are shared by all who get it.
// What fails closes the channel.
@SuppressWarnings("FutureReturnValueIgnored")
final class NettyTalker extends ChannelInboundHandlerAdapter {

    private final ChannelGroup room;
    private byte @Nullable [] head;

    NettyTalker(ChannelGroup room) {
        this.room = room;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        while (in.isReadable()) {
            int feed = in.bytesBefore((byte) '\n');
            int length = feed < 0 ? in.readableBytes() : feed + 1;
            if (head == null) {
                head = ("[" + in.readString(length, UTF_8).strip() + "] ").getBytes(UTF_8);
                room.add(context.channel());
            } else {
                relay(context, context.alloc().ioBuffer(head.length + length).writeBytes(head).writeBytes(in, length));
            }
        }
        in.release();
    }

    private void relay(ChannelHandlerContext context, ByteBuf text) {
        for (Channel other : room) {
            if (!other.equals(context.channel()) && other.isWritable()) {
                other.writeAndFlush(text.retainedDuplicate(), other.voidPromise());
            }
        }
        text.release();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
