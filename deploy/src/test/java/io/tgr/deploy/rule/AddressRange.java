package io.tgr.deploy.rule;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.tgr.deploy.manifest.Node;

/**
 * An {@code ipBlock} of a network policy.
 *
 * @param range addresses that it contains
 * @param except ranges that it does not
 */
record AddressRange(String range, List<String> except) {

	static AddressRange of(Node ipBlock) {
		return new AddressRange(ipBlock.at("cidr").text(), ipBlock.at("except").texts());
	}

	boolean contains(String address) {
		return within(this.range, address) && this.except.stream().noneMatch((part) -> within(part, address));
	}

	private static boolean within(String range, String address) {
		String[] parts = range.split("/");
		byte[] network = bytes(parts[0]);
		byte[] wanted = bytes(address);
		int host = network.length * 8 - Integer.parseInt(parts[1]);
		return network.length == wanted.length
				&& new BigInteger(1, network).shiftRight(host).equals(new BigInteger(1, wanted).shiftRight(host));
	}

	private static byte[] bytes(String address) {
		try {
			return InetAddress.getByName(address).getAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
