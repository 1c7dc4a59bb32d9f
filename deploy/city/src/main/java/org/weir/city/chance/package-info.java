/** Reads a seed and the name of a thing, writes the number that chance gives that thing: the same in any order of asking. */
package org.weir.city.chance;
