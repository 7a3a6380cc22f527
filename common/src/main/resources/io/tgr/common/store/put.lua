-- Writes values unless a newer version is held, and tells the others.
-- KEYS: the lease (or empty), the values. ARGV: who writes, channel, length of the prefix, fence (or empty), then value and
-- milliseconds to live (0 for ever) for each. A value begins with 19 digits, its version.
if ARGV[4] ~= '' and redis.call('HGET', KEYS[1], 'fence') ~= ARGV[4] then
  return {'stale'}
end
local written = {}
for i = 2, #KEYS do
  local value, life = ARGV[2 * i + 1], ARGV[2 * i + 2]
  local held = redis.call('GETRANGE', KEYS[i], 0, 18)
  if held == '' or held <= string.sub(value, 1, 19) then
    if life == '0' then
      redis.call('SET', KEYS[i], value)
    else
      redis.call('SET', KEYS[i], value, 'PX', life)
    end
    written[#written + 1] = string.sub(KEYS[i], ARGV[3] + 1)
  end
end
if #written > 0 then
  redis.call('PUBLISH', ARGV[2], ARGV[1] .. '\nWRITTEN\n' .. table.concat(written, '\n'))
end
return {'done', tostring(#written)}
