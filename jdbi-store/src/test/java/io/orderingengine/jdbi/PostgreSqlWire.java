package io.orderingengine.jdbi;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A wire to PostgreSQL that can be cut at any message. A proxy of our own, because it must know
 * where messages begin and end, and must hold one connection while others go on.
 */
final class PostgreSqlWire implements AutoCloseable {
  static final Predicate<Message> COMMIT = statement("\0COMMIT\0");
  static final Predicate<Message> COMMITTED =
      message -> message.fromServer && message.type == 'C' && message.body.startsWith("COMMIT");

  private static final int UNTYPED = 0;
  private static final int CANCEL_REQUEST = 3 * Integer.BYTES;

  private final ServerSocket entrance;
  private final int server;
  private final Queue<Link> links = new ConcurrentLinkedQueue<>();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private volatile Rule rule = message -> Fate.PASS;

  /** One message of the protocol. */
  record Message(boolean fromServer, int type, String body) {}

  /** What becomes of a message. */
  enum Fate {
    PASS,
    /** The connection ends here, at both sides; what came before has passed. */
    CUT,
    /** Neither it nor what follows it ever arrives, until one side hangs up. */
    HOLD
  }

  /** Decides on each message, in the order in which they come over a connection. */
  @FunctionalInterface
  interface Rule {
    Fate fate(Message message);
  }

  PostgreSqlWire(int server) {
    this.server = server;
    try {
      entrance = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** The text of every statement travels, so that the wire can tell a COMMIT. */
  DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(
        "jdbc:postgresql://localhost:"
            + entrance.getLocalPort()
            + "/postgres?sslmode=disable&gssEncMode=disable&prepareThreshold=0");
    dataSource.setUser("postgres");
    dataSource.setApplicationName(name());
    return dataSource;
  }

  /** The application, as the server knows it, whose connections go over this wire. */
  String name() {
    return "wire " + entrance.getLocalPort();
  }

  /** A statement whose text contains this. */
  static Predicate<Message> statement(String part) {
    return message -> !message.fromServer && message.type == 'P' && message.body.contains(part);
  }

  /** Lets the rule decide on every message from now on. */
  void obey(Rule newRule) {
    rule = newRule;
  }

  /** Deals once so with the next message like this one; the latch falls when it comes. */
  CountDownLatch next(Predicate<Message> which, Fate fate) {
    var met = new CountDownLatch(1);
    var armed = new AtomicBoolean(true);
    obey(
        message -> {
          if (which.test(message) && armed.compareAndSet(true, false)) {
            met.countDown();
            return fate;
          }
          return Fate.PASS;
        });
    return met;
  }

  /** How often a COMMIT was sent, whatever became of it. */
  int commits() {
    return commits.get();
  }

  /** How often a client asked the server to cancel a statement. */
  int cancels() {
    return cancels.get();
  }

  /** Ends all connections. */
  void cut() {
    links.forEach(Link::close);
  }

  /** Ends all connections, and takes no more. */
  @Override
  public void close() {
    closeQuietly(entrance);
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        links.add(new Link(client, new Socket(InetAddress.getLoopbackAddress(), server)));
      }
    } catch (IOException e) {
      cut();
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  /** One connection, which a thread for each direction serves. */
  private final class Link {
    private final Socket client;
    private final Socket toServer;
    private final CountDownLatch closed = new CountDownLatch(1);

    Link(Socket client, Socket toServer) throws IOException {
      this.client = client;
      this.toServer = toServer;
      client.setTcpNoDelay(true);
      toServer.setTcpNoDelay(true);
      start(() -> pump(client, toServer, false));
      start(() -> pump(toServer, client, true));
    }

    void close() {
      closeQuietly(client);
      closeQuietly(toServer);
      closed.countDown();
      links.remove(this);
    }

    private void pump(Socket from, Socket to, boolean fromServer) {
      try {
        var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
        var out = new DataOutputStream(to.getOutputStream());
        Fate fate = fromServer ? Fate.PASS : pass(in, out, false, UNTYPED);
        while (fate == Fate.PASS) {
          fate = pass(in, out, fromServer, in.readUnsignedByte());
        }
        if (fate == Fate.HOLD) {
          closed.await();
        }
      } catch (IOException e) {
        // One side hung up: so does the other.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        close();
      }
    }

    /** The first message of a client has no type. */
    private Fate pass(DataInputStream in, DataOutputStream out, boolean fromServer, int type)
        throws IOException {
      int length = in.readInt();
      byte[] body = in.readNBytes(length - Integer.BYTES);
      var message = new Message(fromServer, type, new String(body, StandardCharsets.ISO_8859_1));
      count(message);
      Fate fate = rule.fate(message);
      if (fate == Fate.PASS) {
        var bytes = ByteBuffer.allocate(1 + length);
        if (type != UNTYPED) {
          bytes.put((byte) type);
        }
        bytes.putInt(length).put(body);
        out.write(bytes.array(), 0, bytes.position());
      }
      return fate;
    }

    private void count(Message message) {
      if (COMMIT.test(message)) {
        commits.incrementAndGet();
      }
      if (!message.fromServer
          && message.type == UNTYPED
          && message.body.length() == CANCEL_REQUEST) {
        cancels.incrementAndGet();
      }
    }
  }
}
