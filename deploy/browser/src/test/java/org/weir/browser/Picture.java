package org.weir.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command: {@code DATA ROLE PATH FILE.png [WIDTHxHEIGHT] [dark]} takes a picture of a page of a running Weir. */
public final class Picture {
    /** Time for the map to draw its first buses; the live stream brings them once a second. */
    private static final int DRAWN_MILLIS = 4_000;

    private Picture() {}

    public static void main(String[] arguments) throws Exception {
        RunningWeir weir = RunningWeir.at(Path.of(arguments[0]));
        String[] size = (arguments.length > 4 ? arguments[4] : "1440x900").split("x");
        boolean dark = arguments.length > 5 && arguments[5].equals("dark");
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(Integer.parseInt(size[0]), Integer.parseInt(size[1]))
                            .setColorScheme(
                                    dark
                                            ? com.microsoft.playwright.options.ColorScheme.DARK
                                            : com.microsoft.playwright.options.ColorScheme.LIGHT))
                    .newPage();
            page.navigate(weir.signIn(arguments[1]));
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(weir.dashboard() + arguments[2]);
            page.locator("h1").first().waitFor();
            page.waitForTimeout(DRAWN_MILLIS);
            Path file = Path.of(arguments[3]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            System.out.println(file);
        }
    }
}
