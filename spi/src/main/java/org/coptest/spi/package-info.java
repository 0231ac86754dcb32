/** The types that probes, rules and plug-ins see, and nothing else. */
@NullMarked
package org.coptest.spi;

import org.jspecify.annotations.NullMarked;
