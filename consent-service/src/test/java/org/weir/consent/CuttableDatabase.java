package org.weir.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.weir.stack.TestStack;

/** Lets the service under test reach its database through a line that the test can cut. */
public class CuttableDatabase extends TestStackResource {
    /** A property of the JVM, because the test and this class are loaded apart. */
    private static final String CUT = "test.database.cut";

    private static final int LOOK_MS = 50;
    private static final int CHUNK = 8192;

    private ServerSocket line;

    /** Cuts the line, with whatever is open on it, or lets it be used again. */
    static void cut(boolean cut) {
        System.setProperty(CUT, Boolean.toString(cut));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        String[] address = TestStack.shared().postgresAddress().split(":");
        try {
            line = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(() -> listen(address[0], Integer.parseInt(address[1])));
        settings.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + line.getLocalPort() + "/consent");
        return settings;
    }

    @Override
    public void stop() {
        cut(false);
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(String host, int port) {
        while (!line.isClosed()) {
            try {
                Socket near = line.accept();
                if (isCut()) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(host, port);
                thread(() -> pump(near, far));
                thread(() -> pump(far, near));
            } catch (IOException e) {
                // The line was closed, or somebody hung up.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            from.setSoTimeout(LOOK_MS);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (!isCut()) {
                try {
                    int read = in.read(chunk);
                    if (read < 0) {
                        return;
                    }
                    out.write(chunk, 0, read);
                    out.flush();
                } catch (SocketTimeoutException e) {
                    // Nothing came; look whether the line is cut.
                }
            }
        } catch (IOException e) {
            // One end hung up, and so does the other.
        }
    }

    private static boolean isCut() {
        return Boolean.getBoolean(CUT);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "cuttable-database");
        thread.setDaemon(true);
        thread.start();
    }
}
