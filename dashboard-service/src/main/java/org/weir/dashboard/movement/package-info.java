/** Reads positions and schedules, writes matched progress along a trip and traversals of stop-to-stop segments. Pure. */
package org.weir.dashboard.movement;
