/** Services that speak no protocol, or only noise. */
@NullMarked
package org.coptest.emulators.plain;

import org.jspecify.annotations.NullMarked;
