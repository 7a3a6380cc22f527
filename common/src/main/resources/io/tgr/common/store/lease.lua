-- Takes, renews or gives back a lease. KEYS: the lease, which never expires by itself: eviction must not end it, and its fence
-- must never fall. ARGV: who asks, how long in milliseconds (0 gives it back). Returns the fence, 0 if somebody else has it.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local owner = redis.call('HGET', KEYS[1], 'owner')
local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or '0')
local fence = tonumber(redis.call('HGET', KEYS[1], 'fence') or '0')
if ends > now and owner ~= ARGV[1] then
  return {'0'}
end
if ARGV[2] == '0' then
  if owner == ARGV[1] then
    redis.call('HSET', KEYS[1], 'ends', '0')
  end
  return {'0'}
end
if ends <= now then
  fence = math.max(fence + 1, now)
end
local text = string.format('%.0f', fence)
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'fence', text, 'ends', string.format('%.0f', now + ARGV[2]))
return {text}
