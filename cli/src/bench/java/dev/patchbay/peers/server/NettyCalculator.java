package dev.patchbay.peers.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// A connection of calc-binary: what was read at once is answered at once.
// What fails closes the channel.
@SuppressWarnings("FutureReturnValueIgnored")
final class NettyCalculator extends ChannelInboundHandlerAdapter {

    private static final int REQUEST = 9;
    private static final int REPLY = 4;

    private static final byte[] NOTHING = {};

    private byte[] carried = NOTHING;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (carried.length > 0) {
            ByteBuf whole = context.alloc().buffer(carried.length + in.readableBytes()).writeBytes(carried).writeBytes(in);
            in.release();
            in = whole;
        }
        ByteBuf out = context.alloc().ioBuffer(in.readableBytes() / REQUEST * REPLY);
        while (in.readableBytes() >= REQUEST) {
            out.writeIntLE(Arithmetic.calculate(in.readIntLE(), in.readIntLE(), in.readByte()));
        }
        carried = in.isReadable() ? new byte[in.readableBytes()] : NOTHING;
        in.readBytes(carried).release();
        context.write(out, context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
