package io.orderingengine.benchmarks.compare.place;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes sockets that count round trips: each change from writing to reading. */
public final class CountingSockets extends SocketFactory {
  @Override
  public Socket createSocket() {
    return new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host, port, null, 0);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, @Nullable InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    if (local != null) {
      socket.bind(new InetSocketAddress(local, localPort));
    }
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  /** A socket that remembers whether it was written to since it was read. */
  private static final class CountingSocket extends Socket {
    private final AtomicBoolean written = new AtomicBoolean();

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int b) throws IOException {
          written.set(true);
          out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          written.set(true);
          out.write(bytes, from, length);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          turn();
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          turn();
          return in.read(bytes, from, length);
        }
      };
    }

    private void turn() {
      if (written.getAndSet(false)) {
        Traffic.ROUND_TRIPS.increment();
      }
    }
  }
}
