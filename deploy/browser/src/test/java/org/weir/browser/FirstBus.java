package org.weir.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A command: {@code DATA} opens a running Weir's live map and waits until a bus has moved on it. */
public final class FirstBus {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private FirstBus() {}

    public static void main(String[] arguments) throws Exception {
        RunningWeir weir = RunningWeir.at(Path.of(arguments[0]));
        try (Chromium chromium = Chromium.start()) {
            Instant began = Instant.now();
            Page page = chromium.browser().newPage();
            page.navigate(weir.signIn("planner"));
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(weir.dashboard() + "/now");
            Locator map = page.getByTestId("live-map");
            page.waitForCondition(
                    () -> moved(map) > 0, new Page.WaitForConditionOptions().setTimeout(LONGEST.toMillis()));
            System.out.printf(
                    "first bus moved on the map %d ms after the browser opened it, among %s buses%n",
                    Duration.between(began, Instant.now()).toMillis(), map.getAttribute("data-vehicles"));
        }
    }

    private static int moved(Locator map) {
        String value = map.getAttribute("data-moved");
        return value == null ? 0 : Integer.parseInt(value);
    }
}
