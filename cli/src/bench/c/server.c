/*
 * The yardstick: calc-binary (iic requests, int replies) and chat on one thread over epoll, level-triggered, one read for an event
 * and one write for what it asked. Says where it listens as the gateway does.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define REQUEST 9
#define REPLY 4
#define BATCH 1024
#define BACKLOG (1 << 20)

typedef struct connection connection;
struct connection {
    int fd;
    void (*ready)(connection *, uint32_t events);
    uint32_t carried;           /* bytes of a request that is not complete */
    char carry[REQUEST];
    char *name;                 /* chat: NULL until it is said */
    uint32_t place;             /* chat: where in the room */
    char *pending;              /* what the socket did not take yet */
    uint32_t from, to;
};

static int epoll;
static char in[65536 + REQUEST], out[65536];
static connection **room;
static uint32_t present, places;

static void watch(connection *c, int operation, uint32_t events) {
    struct epoll_event e = {.events = events, .data.ptr = c};
    if (epoll_ctl(epoll, operation, c->fd, &e) < 0) perror("epoll_ctl");
}

static void drop(connection *c) {
    if (c->name) {
        room[c->place] = room[--present];
        room[c->place]->place = c->place;
    }
    close(c->fd);
    free(c->name);
    free(c->pending);
    free(c);
}

/* Ends a connection whose turn it is not: an event for it may wait already, so its own handler is to free it. */
static void hang_up(connection *c) {
    shutdown(c->fd, SHUT_RDWR);
}

static void keep(connection *c, const char *bytes, size_t length) {
    if (c->to + length > BACKLOG) {
        hang_up(c);
        return;
    }
    if (!c->pending) {
        c->pending = malloc(BACKLOG);
        watch(c, EPOLL_CTL_MOD, EPOLLOUT);
    }
    memcpy(c->pending + c->to, bytes, length);
    c->to += length;
}

static void say(connection *c, const char *bytes, size_t length) {
    if (!c->pending) {
        ssize_t n = send(c->fd, bytes, length, MSG_NOSIGNAL);
        if (n == (ssize_t) length) return;
        if (n < 0 && errno != EAGAIN) {
            hang_up(c);
            return;
        }
        if (n > 0) {
            bytes += n;
            length -= n;
        }
    }
    keep(c, bytes, length);
}

/* Whether the connection is still there. */
static int drain(connection *c) {
    ssize_t n = send(c->fd, c->pending + c->from, c->to - c->from, MSG_NOSIGNAL);
    if (n < 0) {
        if (errno == EAGAIN) return 1;
        drop(c);
        return 0;
    }
    c->from += n;
    if (c->from == c->to) {
        free(c->pending);
        c->pending = NULL;
        c->from = c->to = 0;
        watch(c, EPOLL_CTL_MOD, EPOLLIN);
    }
    return 1;
}

/* Whether there is a result. */
static int calculate(int64_t a, int64_t b, char operator, int32_t *result) {
    int64_t r;
    switch (operator) {
        case '+': r = a + b; break;
        case '-': r = a - b; break;
        case '*': r = a * b; break;
        case '/':
            if (b == 0) return 0;
            r = a / b;
            if (a % b != 0 && (a < 0) != (b < 0)) r--;
            break;
        case '%':
            if (b == 0) return 0;
            r = a % b;
            if (r != 0 && (r < 0) != (b < 0)) r += b;
            break;
        default: return 0;
    }
    *result = (int32_t) r;
    return r == *result;
}

/* The bytes read behind what was carried; -1: none now; 0: the connection is gone. */
static ssize_t receive(connection *c) {
    memcpy(in, c->carry, c->carried);
    ssize_t n = recv(c->fd, in + c->carried, 65536, 0);
    if (n > 0 || (n < 0 && errno == EAGAIN)) return n;
    drop(c);
    return 0;
}

static void calc(connection *c, uint32_t events) {
    if (c->pending && (!drain(c) || c->pending)) return;
    if (events == EPOLLOUT) return;
    ssize_t n = receive(c);
    if (n <= 0) return;
    size_t length = c->carried + n, at = 0, replies = 0;
    for (; length - at >= REQUEST; at += REQUEST, replies += REPLY) {
        int32_t a, b, result;
        memcpy(&a, in + at, 4);
        memcpy(&b, in + at + 4, 4);
        if (!calculate(a, b, in[at + 8], &result)) {
            drop(c);
            return;
        }
        memcpy(out + replies, &result, REPLY);
    }
    c->carried = length - at;
    memcpy(c->carry, in + at, c->carried);
    if (replies) say(c, out, replies);
}

static void enter(connection *c, const char *name, size_t length) {
    while (length > 0 && (name[length - 1] == '\n' || name[length - 1] == '\r')) length--;
    c->name = strndup(name, length > 255 ? 255 : length);
    if (present == places) {
        places = places ? 2 * places : 64;
        room = realloc(room, places * sizeof *room);
    }
    c->place = present;
    room[present++] = c;
}

static void relay(connection *c, const char *text, size_t length) {
    size_t head = sprintf(out, "[%s] ", c->name);
    if (length > sizeof out - head) length = sizeof out - head;
    memcpy(out + head, text, length);
    for (uint32_t i = 0; i < present; i++) {
        if (room[i] != c) say(room[i], out, head + length);
    }
}

static void chat(connection *c, uint32_t events) {
    if (c->pending && (!drain(c) || c->pending)) return;
    if (events == EPOLLOUT) return;
    ssize_t n = receive(c);
    if (n <= 0) return;
    char *end = in + n;
    for (char *line = in, *next; line < end; line = next) {
        char *feed = memchr(line, '\n', end - line);
        next = feed ? feed + 1 : end;
        if (c->name) relay(c, line, next - line);
        else enter(c, line, next - line);
    }
}

static void accept_for(connection *listener, void (*ready)(connection *, uint32_t)) {
    int fd, yes = 1;
    while ((fd = accept4(listener->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        connection *c = calloc(1, sizeof *c);
        c->fd = fd;
        c->ready = ready;
        watch(c, EPOLL_CTL_ADD, EPOLLIN);
    }
}

static void accept_calc(connection *listener, uint32_t events) {
    (void) events;
    accept_for(listener, calc);
}

static void accept_chat(connection *listener, uint32_t events) {
    (void) events;
    accept_for(listener, chat);
}

static void listen_for(const char *protocol, connection *listener) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    listener->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (bind(listener->fd, (struct sockaddr *) &address, sizeof address) < 0 || listen(listener->fd, 4096) < 0) {
        perror("listen");
        exit(1);
    }
    getsockname(listener->fd, (struct sockaddr *) &address, &length);
    printf("%s 127.0.0.1:%d\n", protocol, ntohs(address.sin_port));
    watch(listener, EPOLL_CTL_ADD, EPOLLIN);
}

int main(void) {
    static connection calcs = {.ready = accept_calc}, chats = {.ready = accept_chat};
    static struct epoll_event events[BATCH];
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    signal(SIGPIPE, SIG_IGN);
    epoll = epoll_create1(EPOLL_CLOEXEC);
    listen_for("calc-binary", &calcs);
    listen_for("chat", &chats);
    puts("ready");
    fflush(stdout);
    for (;;) {
        int n = epoll_wait(epoll, events, BATCH, -1);
        for (int i = 0; i < n; i++) {
            connection *c = events[i].data.ptr;
            c->ready(c, events[i].events);
        }
    }
}
