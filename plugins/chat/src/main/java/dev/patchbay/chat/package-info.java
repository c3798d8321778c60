/// Four chats: two that pass messages on to whoever is there ([ChatProtocol][dev.patchbay.chat.ChatProtocol],
/// [ChatOpenProtocol][dev.patchbay.chat.ChatOpenProtocol]), and two that keep what was said for whoever comes
/// ([ChatHistoryProtocol][dev.patchbay.chat.ChatHistoryProtocol], [ChatPostsProtocol][dev.patchbay.chat.ChatPostsProtocol]).
@NullMarked
package dev.patchbay.chat;

import org.jspecify.annotations.NullMarked;
