package io.orderingengine.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Stands between one client and a server on this machine, and counts how often the client asks and
 * the server answers. Whatever the client sends before an answer comes is one question.
 */
final class RoundTrips implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private int count;
  private boolean asked;

  RoundTrips(int server) throws IOException {
    this.server = server;
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many there were. */
  synchronized int count() {
    return count;
  }

  private synchronized void asks() {
    count += asked ? 0 : 1;
    asked = true;
  }

  private synchronized void answers() {
    asked = false;
  }

  private void serve() throws IOException {
    try (Socket client = door.accept();
        Socket other = new Socket(InetAddress.getLoopbackAddress(), server)) {
      client.setTcpNoDelay(true);
      other.setTcpNoDelay(true);
      start(() -> pass(other, client, this::answers));
      pass(client, other, this::asks);
    }
  }

  private static void pass(Socket from, Socket to, Runnable counter) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] bytes = new byte[1 << 16];
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      counter.run();
      out.write(bytes, 0, read);
    }
  }

  /** Work that ends when a socket is closed. */
  private interface Passing {
    void run() throws IOException;
  }

  private static void start(Passing passing) {
    var thread =
        new Thread(
            () -> {
              try {
                passing.run();
              } catch (IOException e) {
                // one side is gone, and with it the other
              }
            },
            "round trips");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
