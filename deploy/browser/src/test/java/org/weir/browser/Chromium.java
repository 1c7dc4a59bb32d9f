package org.weir.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium: the one named by {@code WEIR_CHROMIUM}, the one on the path, or one installed for the purpose. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Without these a machine without a network sees many refused connections at every start. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** WebGL in software, so that the map draws on a machine without a graphics card. */
    private static final List<String> SOFTWARE_WEBGL =
            List.of("--use-angle=swiftshader", "--enable-unsafe-swiftshader");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() throws IOException, InterruptedException {
        Path executable = find().or(Chromium::install)
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium was found. Install the package chromium, or set WEIR_CHROMIUM to its path."));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Stream.concat(QUIET.stream(), SOFTWARE_WEBGL.stream())
                                .toList()));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        String named = System.getenv("WEIR_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** On Debian and its kin, and only for root, who may install it without being asked. */
    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        try {
            Process apt = new ProcessBuilder(
                            "sh", "-c", "apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return apt.waitFor() == 0 ? find() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
