package dev.patchbay.web;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import java.io.IOException;
import java.util.List;

/// Shows what a web server has, each path over a connection of its own.
final class WebClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        // A server does not wait long for a person who thinks.
        context.hangUp();
        return new Session(context);
    }

    private static final class Session implements ClientSession {

        private final ClientContext context;
        private final List<Command> commands = List.of(
                Command.of("get PATH...", "shows a file or a folder", arguments -> get(arguments.text("PATH"))).example("get /notes.txt"),
                Command.of("head PATH...", "shows what the server says about it", arguments -> head(arguments.text("PATH"))));

        Session(ClientContext context) {
            this.context = context;
        }

        @Override
        public void typed(String line) throws IOException {
            get(line.strip());
        }

        private void get(String path) throws IOException {
            Reply reply = Reply.to("GET", path, context.reconnect());
            printStatus(reply);
            if (reply.isText()) {
                reply.forEachLine(context.console()::print);
            } else {
                context.console().print(Item.of("content").with("size", reply.size()).with("unit", "bytes of", Style.MUTED).with("type", reply.type()));
            }
            context.hangUp();
        }

        private void head(String path) throws IOException {
            Reply reply = Reply.to("HEAD", path, context.reconnect());
            printStatus(reply);
            reply.headers().forEach((name, value) ->
                    context.console().print(Item.of("header").with("name", name, Style.MUTED).with("value", value)));
            context.hangUp();
        }

        private void printStatus(Reply reply) {
            context.console().print(Item.of("status").with("text", reply.status(), reply.isGood() ? Style.GOOD : Style.BAD));
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "is a path, without a slash before it, and what is there is shown";
        }
    }
}
